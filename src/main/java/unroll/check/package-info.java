/**
 * The proof of the numbers: reference cases made with other programs, and finite differences, each with the largest error
 * that was found and the one that is allowed. The window and the command line show the same.
 */
package unroll.check;
