/** The part of the modeler's dependency injection that our modules need: `Parts` are those a module asks for, by name. */
export interface Injector<Parts extends object> {
  readonly get: <Name extends keyof Parts>(name: Name) => Parts[Name];
}
