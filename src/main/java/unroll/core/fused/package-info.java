/**
 * Training's executor: the lines of {@link unroll.core.model.Schedule} compiled for whole batches.
 *
 * <p>It computes what {@link unroll.core.model.Execution} computes, to rounding, and keeps less of it. Work that no step
 * waits for is done for all steps at once, in one matrix product over T·B rows.
 */
package unroll.core.fused;
