/**
 * Networks of recurrent layers with a head and a loss: their parameters, the order of their lines, and the one
 * interpreter that executes those lines on buffers laid out {@code [time step][row][unit]}.
 */
package unroll.core.model;
