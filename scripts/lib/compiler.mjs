/** The compiler that people wait for. The tools that read our sources by its programming interface take `typescript`, which has one. */
export const compiler = [process.execPath, 'node_modules/typescript-native/bin/tsc'];
