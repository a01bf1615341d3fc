/**
 * Optimisers, gradient clipping and learning-rate schedules as lists of update lines, in the forms of PyTorch and of
 * Keras, and the program that runs those lines on the flat arrays of weights and gradient.
 *
 * <p>Letters: w weights, g gradient, η learning rate (η₀ the first, η₁ the last), λ weight decay, λ₂ penalty, θ clipping
 * threshold, N norm, k iteration from 1, μ momentum, τ dampening, ρ β₁ β₂ decays of running means, ε what keeps a divisor
 * from 0.
 */
package unroll.core.optim;
