/** The part of the modeler's dependency injection that our modules need. */
export interface Injector {
  get<T>(name: string): T;
}
