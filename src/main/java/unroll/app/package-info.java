/** Where the program starts, and the one place in which its parts are put together. */
package unroll.app;
