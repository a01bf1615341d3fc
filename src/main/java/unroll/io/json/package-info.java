/** Strict JSON: one tree without duplicate names, read field by field with the place of every complaint. */
package unroll.io.json;
