/** How a number is brought to fewer decimals. */
export type Rounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half-up' | 'half-down' | 'half-even';
