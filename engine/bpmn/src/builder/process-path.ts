import type {
  ActivityOptions,
  AdHocOptions,
  BoundaryOptions,
  BusinessRuleTaskOptions,
  CallActivityOptions,
  CatchOptions,
  ElementOptions,
  ExpressionText,
  JobTaskOptions,
  ReceiveTaskOptions,
  ScriptTaskOptions,
  StartOptions,
  ThrowOptions,
  UserTaskOptions,
  XmlOptions,
} from './options.ts';

/** Draws a part of the process: a branch, or the content of a sub-process. */
export type DrawPath = (path: ProcessPath) => unknown;

/**
 * A path through a process, drawn element by element: every step adds an element behind the last one and goes there.
 *
 * Branches are drawn aside and leave the path where it was; `at` goes on from any element, `connectTo` leads to one that
 * may also be drawn later.
 */
export interface ProcessPath {
  /** A start event; `start` when no id is given. */
  start(id?: string, options?: StartOptions): ProcessPath;
  /** An end event; `end` when no id is given. The path ends here. */
  end(id?: string, options?: ThrowOptions): ProcessPath;
  catchEvent(id: string, options: CatchOptions): ProcessPath;
  throwEvent(id: string, options?: ThrowOptions): ProcessPath;

  serviceTask(id: string, options: JobTaskOptions): ProcessPath;
  sendTask(id: string, options: JobTaskOptions): ProcessPath;
  scriptTask(id: string, options: ScriptTaskOptions): ProcessPath;
  businessRuleTask(id: string, options: BusinessRuleTaskOptions): ProcessPath;
  userTask(id: string, options?: UserTaskOptions): ProcessPath;
  receiveTask(id: string, options: ReceiveTaskOptions): ProcessPath;
  manualTask(id: string, options?: ActivityOptions): ProcessPath;
  /** A task of no particular kind. */
  task(id: string, options?: ActivityOptions): ProcessPath;
  callActivity(id: string, options: CallActivityOptions): ProcessPath;

  exclusiveGateway(id: string, options?: ElementOptions): ProcessPath;
  inclusiveGateway(id: string, options?: ElementOptions): ProcessPath;
  parallelGateway(id: string, options?: ElementOptions): ProcessPath;
  eventBasedGateway(id: string, options?: ElementOptions): ProcessPath;

  subProcess(id: string, draw: DrawPath, options?: ActivityOptions): ProcessPath;
  adHocSubProcess(id: string, draw: DrawPath, options?: AdHocOptions): ProcessPath;
  /** An event sub-process of the scope of this path; it draws its own start event. */
  eventSubProcess(id: string, draw: DrawPath, options?: ElementOptions): ProcessPath;

  /** A branch taken when the condition holds. */
  when(condition: string, draw: DrawPath): ProcessPath;
  /** The default branch of a gateway. A condition on it is drawn, but never asked. */
  otherwise(draw: DrawPath, condition?: ExpressionText): ProcessPath;
  /** A branch without condition. */
  branch(draw: DrawPath): ProcessPath;
  /** A boundary event of the activity where the path is, with the path behind it. */
  boundary(id: string, options: BoundaryOptions, draw?: DrawPath): ProcessPath;
  /** A compensation boundary event with the one activity that undoes. */
  compensation(id: string, draw: DrawPath, options?: ElementOptions): ProcessPath;

  /** Draws a flow to an element by id; the path ends here. */
  connectTo(id: string): ProcessPath;
  /** Ends the path without an end event: the next element stands alone, as a link target does. */
  breakOff(): ProcessPath;
  /** Goes on from an element drawn before in the same scope. */
  at(id: string): ProcessPath;

  /** The XML of the whole file that this path is part of. */
  toXml(options?: XmlOptions): string;
}
