/** Marks values of our making. A symbol, so that no JSON from outside can pretend to be a date or a function. */
export const KIND: unique symbol = Symbol('feel kind');
