/** The small pictures of experiments on the start page. */
package unroll.plot.gallery;
