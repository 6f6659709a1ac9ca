declare module 'fs-native-extensions' {
  /** Locks the whole file for the open file itself, without waiting; false when another open file has it. */
  export const tryLock: (fd: number) => boolean;
}
