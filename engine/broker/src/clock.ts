/** What time it is for the engine. A clock that can be set says so, because what falls due then must not wait for the end of a sleep. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after each time the clock was set; returns how to stop that. */
  onSet?(listener: () => void): () => void;
  /** Stops the clock at so many milliseconds since 1970. */
  pin?(time: number): void;
  /** Lets the clock run with the machine's again. */
  reset?(): void;
}
