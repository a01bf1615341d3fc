/**
 * The small language of breakpoints and watches: what is measured of a trace, and what it is compared with. Names are the
 * ids of the network's vectors and parameters ({@code h}, {@code a.i}, {@code weight_hh_l0}), gradients with d or ∂L/∂ in
 * front.
 */
package unroll.debug.measure;
