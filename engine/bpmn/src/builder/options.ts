/** FEEL begins with `=`; anything else stands for itself. */
export type ExpressionText = string;

export interface ListenerOptions {
  readonly on: 'start' | 'end';
  readonly type: ExpressionText;
  readonly retries?: string | number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every element may have. */
export interface ElementOptions {
  readonly name?: string;
  /** Target variable to source expression, in order. */
  readonly inputs?: Readonly<Record<string, ExpressionText>>;
  readonly outputs?: Readonly<Record<string, ExpressionText>>;
  readonly listeners?: readonly ListenerOptions[];
  readonly properties?: Readonly<Record<string, string>>;
}

export interface MultiInstanceOptions {
  readonly inputCollection: ExpressionText;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: ExpressionText;
  readonly completionCondition?: ExpressionText;
  readonly sequential?: boolean;
}

export interface ActivityOptions extends ElementOptions {
  readonly multiInstance?: MultiInstanceOptions;
}

/** Work for a job worker. */
export interface JobOptions {
  readonly type: ExpressionText;
  readonly retries?: string | number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which version is meant: the latest, the one of the same deployment, or one with a tag. */
export type BindingOptions = 'latest' | 'deployment' | { readonly versionTag: string };

export type JobTaskOptions = ActivityOptions & JobOptions;

export type ScriptTaskOptions = ActivityOptions &
  (JobOptions | { readonly expression: ExpressionText; readonly resultVariable: string });

export type BusinessRuleTaskOptions = ActivityOptions &
  (
    | JobOptions
    | { readonly decisionId: ExpressionText; readonly resultVariable: string; readonly binding?: BindingOptions }
  );

export interface TaskListenerOptions {
  readonly on: 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';
  readonly type: ExpressionText;
  readonly retries?: string | number;
}

export interface UserTaskOptions extends ActivityOptions {
  /** `native` (the default): the engine keeps the task; `job`: a worker does. */
  readonly implementation?: 'native' | 'job';
  readonly assignee?: ExpressionText;
  readonly candidateGroups?: ExpressionText;
  readonly candidateUsers?: ExpressionText;
  readonly dueDate?: ExpressionText;
  readonly followUpDate?: ExpressionText;
  readonly priority?: ExpressionText | number;
  readonly formId?: ExpressionText;
  readonly formBinding?: BindingOptions;
  readonly formKey?: string;
  readonly externalReference?: ExpressionText;
  readonly headers?: Readonly<Record<string, string>>;
  readonly taskListeners?: readonly TaskListenerOptions[];
}

export interface MessageOptions {
  readonly message: ExpressionText;
  /** Left out only where a process starts. */
  readonly correlationKey?: ExpressionText;
}

export type ReceiveTaskOptions = ActivityOptions & MessageOptions;

export interface CallActivityOptions extends ActivityOptions {
  readonly processId: ExpressionText;
  readonly binding?: BindingOptions;
  readonly propagateAllParentVariables?: boolean;
  readonly propagateAllChildVariables?: boolean;
}

export interface AdHocOptions extends ActivityOptions, Partial<JobOptions> {
  readonly activeElements?: ExpressionText;
  readonly completionCondition?: ExpressionText;
  readonly cancelRemainingInstances?: boolean;
  readonly outputCollection?: string;
  readonly outputElement?: ExpressionText;
}

/** What an event throws or waits for. A code of null catches every code. */
export type EventOptions =
  | MessageOptions
  | { readonly timer: { readonly date: string } | { readonly duration: string } | { readonly cycle: string } }
  | { readonly signal: ExpressionText }
  | { readonly error: ExpressionText | null }
  | { readonly escalation: ExpressionText | null }
  /** The id of the activity to undo, or null for everything in the scope. */
  | { readonly compensation: string | null }
  | { readonly terminate: true }
  | { readonly link: string }
  | {
      readonly condition: ExpressionText;
      readonly variableNames?: readonly string[];
      readonly variableEvents?: readonly ('create' | 'update')[];
    };

export interface StartOptions extends ElementOptions {
  readonly event?: EventOptions;
  /** Only meaningful in an event sub-process. */
  readonly interrupting?: boolean;
  readonly formId?: ExpressionText;
  readonly formBinding?: BindingOptions;
}

export type CatchOptions = ElementOptions & { readonly event: EventOptions };
/** Thrown messages are a worker's job. */
export type ThrowOptions = ElementOptions & { readonly event?: EventOptions } & Partial<JobOptions>;
export type BoundaryOptions = ElementOptions & { readonly event: EventOptions; readonly interrupting?: boolean };

export interface ProcessOptions extends ElementOptions {
  readonly versionTag?: string;
  /** False for a process that is only drawn. */
  readonly executable?: boolean;
  /** Name of the pool around the process; the pools of a file are in one collaboration. */
  readonly pool?: string;
  /** Name of a lane to the ids of the elements in it. */
  readonly lanes?: Readonly<Record<string, readonly string[]>>;
}

export interface XmlOptions {
  /** `leftToRight` adds a diagram, so that a modeler can show the file; `none` (the default) leaves it out. */
  readonly layout?: 'none' | 'leftToRight';
}
