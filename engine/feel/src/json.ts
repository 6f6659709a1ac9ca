/** A value as it crosses a boundary: in variables, on the wire, in a trace. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
