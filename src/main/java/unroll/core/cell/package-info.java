/**
 * The recurrent cells: each is a record of its choices and the list of its forward lines.
 *
 * <p>Letters: x input, h hidden state, c cell state, a pre-activation, i f g o and r z n gates, m = tanh c, q = U_n h′ +
 * b, s = r ⊙ h′, u = [x; h′]; W from input, U from the last state, b bias; t is the time step, H the hidden size.
 */
package unroll.core.cell;
