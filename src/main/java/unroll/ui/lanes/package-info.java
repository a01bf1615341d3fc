/** The heat maps below the stage, and the choice of what they show. */
package unroll.ui.lanes;
