/**
 * The threads: training and tracing run on one of their own each and publish their latest immutable result through one
 * reference, from which the screen and the command line take it when they like. Nothing here calls back.
 */
package unroll.run;
