/** Two networks side by side: what they differ in, their figures over each other, and the choice of what to compare. */
package unroll.ui.compare;
