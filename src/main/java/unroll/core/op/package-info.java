/**
 * The vector operations of the listing, as data: equations, their adjoints, and the text of both.
 *
 * <p>A forward {@link unroll.core.op.Equation} is written once, by a cell. Its backward lines follow by the rules in
 * {@link unroll.core.op.Adjoints}. What is shown, executed, traced and exported all comes from these records.
 */
package unroll.core.op;
