/** Sets of sequences with their targets, what they were made from, and what a network must beat on them. */
package unroll.core.data;
