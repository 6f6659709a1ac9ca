import { CaseAccess } from '@irisflow/access';
import { Type, type Static } from 'typebox';
import { type LocalizedText, nullable, oneOf } from '@irisflow/foundation';
import { Ombuds, Remedy } from '@irisflow/letters';
import { Cost, Counter, Eligibility, LifeEvent, Theme } from './procedure-page.ts';
import { ChangesDescription } from './changes-description.ts';
import { ChecklistItem } from './checklist-item.ts';
import { AssuranceDescription } from './assurance.ts';
import { closed, Name, Text } from './description-parts.ts';
import { HearingDescription, InspectionDescription, OpinionDescription } from './inquiry-descriptions.ts';
import { LegalReference } from './legal-reference.ts';
import { TermDescription } from './term-description.ts';
import { CaseStatus, EndStatus } from './views/case-status.ts';

export const procedureKeyPattern = '^[a-z][a-z0-9-]{1,62}$';

const Expression = Type.String({ pattern: '^=', maxLength: 2000 });

const Decides = Type.Object(
  {
    outcome: Type.Optional(Expression),
    amount: Type.Optional(Expression),
    grounds: Type.Optional(Expression),
    validFrom: Type.Optional(Expression),
    validTo: Type.Optional(Expression),
  },
  closed,
);

/** JSON pointers of fields of a form. */
const FormPointers = Type.Array(Type.String({ pattern: '^(/[^/]+)+$' }), { maxItems: 50, uniqueItems: true });

const Bulk = Type.Object(
  {
    /** JSON pointers into the form: what is answered once for all. What else is in it comes from each case. */
    fields: FormPointers,
    /** What is shown of each case before: nobody decides what they have not read. */
    shown: Type.Optional(FormPointers),
  },
  closed,
);

/** What somebody can have done in a matter beside its tasks, and be kept from a task by. */
export const matterActs = ['inspection', 'hearing', 'opinion', 'decision'] as const;
export type MatterAct = (typeof matterActs)[number];

const TaskDescription = Type.Object(
  {
    name: Text,
    instructions: Type.Optional(Text),
    form: Name,
    /** Elements of the process whose performer may not perform this one; what they proposed is what this one approves. */
    separateFrom: Type.Array(Type.String()),
    /** Acts whose doer may not perform it either, in the case itself or in one that is linked to it. */
    separateFromActs: Type.Optional(Type.Array(oneOf(matterActs), { uniqueItems: true })),
    /** In which capacity who does this task signs; the letters that follow name both. */
    capacity: Type.Optional(Text),
    /** FEEL over what was approved: the key of the letter that follows, which this task shows as it will go. */
    letter: Type.Optional(Expression),
    /** Fields of the decision as FEEL over what was approved; a decision that says otherwise is refused. */
    decides: Type.Optional(Decides),
    /** Present where it may be done for many cases at once. */
    bulk: Type.Optional(Bulk),
    /** What is looked at before it is completed, point by point. */
    checklist: Type.Optional(Type.Array(ChecklistItem, { maxItems: 50 })),
    /** In which language who does it has to work: one of the two, or that of the case; any where it is left out. */
    language: Type.Optional(Type.Union([Type.Literal('fr'), Type.Literal('nl'), Type.Literal('case')])),
  },
  closed,
);

/** How a field of a source's answer is called and, where the application asks the same, what it is compared with. */
const SourceFact = Type.Object(
  {
    label: Text,
    /** JSON pointer into the application. */
    declared: Type.Optional(Type.String({ pattern: '^(/[^/]+)+$' })),
    format: Type.Optional(Type.Literal('money')),
  },
  closed,
);

const SourceDescription = Type.Object(
  {
    key: Name,
    name: Text,
    what: Text,
    purpose: Text,
    legalBasis: LegalReference,
    /** Top-level fields of the source's answer that the procedure asks to use. */
    fields: Type.Optional(Type.Array(Name)),
    /** By field, for who compares what the source says with what the applicant said. */
    facts: Type.Optional(Type.Record(Name, SourceFact)),
    /** Why others than the applicant are asked about; a second person approves it before the version is used. */
    reasonForOthers: Type.Optional(Text),
  },
  closed,
);

/** A job that workers of the administration do without a connector token, with what they speak to the engine. */
const WorkerDescription = Type.Object({ type: Type.String({ minLength: 1, maxLength: 100 }), name: Text }, closed);

const StepDescription = Type.Object({ key: Name, label: Text, statuses: Type.Array(CaseStatus) }, closed);

/** A stage of the process in the procedure's own words, within one of the statuses that all have. */
const OwnStatus = Type.Object(
  {
    key: Name,
    within: CaseStatus,
    /** Steps of the process at which it begins; where there are none, it holds as long as the case is within. */
    at: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 50 })),
    /** What the office calls it, and what the applicant reads. */
    internal: Text,
    public: Text,
  },
  closed,
);

/** A part that others than the applicant take in a case: co-applicant, member of the household, opposing party, landlord. */
const RoleDescription = Type.Object(
  {
    key: Name,
    label: Text,
    /** What they may do at the portal: nothing where it is left out, read the case, or answer and write in it as well. */
    access: Type.Optional(CaseAccess),
    /** Keys of the letters of the case that go to them too, each in their language; none where it is left out. */
    letters: Type.Optional(Type.Union([Type.Literal('all'), Type.Array(Name, { maxItems: 100 })])),
    /** Whether they belong to the household of the applicant. */
    household: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** Where somebody says who lives together: a list, and what its members are called in it. */
const HouseholdList = Type.Object(
  {
    /** A JSON pointer into the application, or a path with dots into the answer of a source. */
    list: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.Array(Name, { minItems: 1, maxItems: 4 }),
    birthDate: Type.Optional(Name),
    relation: Type.Optional(Name),
    /** What is said of them, in every language. */
    relations: Type.Optional(Type.Record(Type.String(), Text)),
  },
  closed,
);

/** Who belongs to a household, as the applicant declares it and as a source of the procedure says it. */
const HouseholdDescription = Type.Object(
  {
    declared: Type.Optional(HouseholdList),
    source: Type.Optional(Type.Object({ key: Name, ...HouseholdList.properties }, closed)),
  },
  closed,
);

const LegalBasis = Type.Object({ title: Text, url: nullable(Type.String({ pattern: '^https?://' })) }, closed);

const Contact = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    /** In every language apart: a letter never mixes two. */
    capacity: Type.Optional(Text),
    service: Type.Optional(Text),
    address: Type.Optional(Text),
    email: Type.String({ minLength: 3 }),
    phone: Type.String({ minLength: 3 }),
  },
  closed,
);

/** What was granted is looked at again: on the last day that the decision names, or so many months after it took effect. */
const Renewal = Type.Object(
  {
    everyMonths: Type.Integer({ minimum: 1, maximum: 600 }),
    /** How many days before that the new case is opened. */
    daysBefore: Type.Integer({ minimum: 0, maximum: 366 }),
  },
  closed,
);

/** How long cases are kept that ended so, and what comes fate: the law says it, by kind of outcome. */
const RetentionRule = Type.Object(
  {
    outcomes: Type.Array(EndStatus, { minItems: 1, uniqueItems: true }),
    /** Full years after the day on which the case was closed. */
    years: Type.Integer({ minimum: 0, maximum: 100 }),
    /** `archive`: they are kept for good, and go to the archives. */
    fate: Type.Union([Type.Literal('destroy'), Type.Literal('archive')]),
    legalRef: LegalReference,
  },
  closed,
);
export type RetentionRule = Static<typeof RetentionRule>;

/** What happens to a case that is reopened after it was closed; without it no case of the procedure is. */
const Reopening = Type.Object(
  {
    /** Id of a process of the folder that then runs; it closes the case again. */
    process: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Without a process: the group in which somebody does what is needed and closes the case. */
    group: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })),
    /** Who may; supervisors alone where it is left out. */
    by: Type.Optional(Type.Union([Type.Literal('agents'), Type.Literal('supervisors')])),
    /** Whether a second person has to approve. */
    fourEyes: Type.Optional(Type.Boolean()),
    /** Keys of the terms that begin anew on the day of it. */
    terms: Type.Optional(Type.Array(Name, { maxItems: 20, uniqueItems: true })),
  },
  closed,
);

/** Why something of a file is not for its parties. */
const CopyReason = Type.Union([
  Type.Literal('otherPeople'),
  Type.Literal('offenses'),
  Type.Literal('health'),
  Type.Literal('secret'),
]);
export type CopyReason = Static<typeof CopyReason>;

/** What a copy of the file for a party is without; the office has it all. */
const FileCopies = Type.Object(
  {
    withhold: Type.Array(Type.Object({ field: Type.String({ pattern: '^(/[^/]+)+$' }), because: CopyReason }, closed), {
      maxItems: 200,
    }),
  },
  closed,
);

const SearchWordList = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100 });

const SearchWords = Type.Object({ fr: SearchWordList, nl: SearchWordList, en: SearchWordList }, closed);

/** The content of `procedure.json`: what a procedure is to people, and how its parts belong together. Closed. */
export const ProcedureDescription = Type.Object(
  {
    formatVersion: Type.Literal(1),
    key: Type.String({ pattern: procedureKeyPattern }),
    administration: Type.String({ pattern: procedureKeyPattern }),
    title: Text,
    summary: Text,
    /** Who may apply on the portal; nobody where the administration opens its cases itself. */
    audience: Type.Array(Type.Union([Type.Literal('citizen'), Type.Literal('company')])),
    minutes: Type.Integer({ minimum: 1, maximum: 600 }),
    /** Words that people look for and that its texts do not say: `loyer` for a housing allowance. */
    searchWords: Type.Optional(SearchWords),
    themes: Type.Optional(Type.Array(Theme, { uniqueItems: true })),
    lifeEvents: Type.Optional(Type.Array(LifeEvent, { uniqueItems: true })),
    cost: Type.Optional(Cost),
    counter: Type.Optional(Counter),
    /** Where answers say what numbers are told by: a JSON pointer to the name of the commune. */
    statistics: Type.Optional(Type.Object({ commune: Type.Optional(Type.String({ pattern: '^(/[^/]+)+$' })) }, closed)),
    eligibility: Type.Optional(Eligibility),
    /** How well whoever files, reads on the portal or signs has to be known; any sign-in will do where it is left out. */
    assurance: Type.Optional(AssuranceDescription),
    /** Whether one may apply without an identity, by a link that is sent to an address. */
    mailLink: Type.Optional(Type.Boolean()),
    locales: Type.Array(Type.Union([Type.Literal('fr'), Type.Literal('nl'), Type.Literal('en'), Type.Literal('de')]), {
      minItems: 1,
    }),
    conditions: Type.Array(Text),
    documents: Type.Array(Text),
    steps: Type.Array(StepDescription, { minItems: 1 }),
    /** Refine the statuses that all procedures have; they follow the process, the first that fits holds. */
    statuses: Type.Optional(Type.Array(OwnStatus, { maxItems: 100 })),
    /** In which parts others than the applicant take part. */
    roles: Type.Optional(Type.Array(RoleDescription, { maxItems: 50 })),
    household: Type.Optional(HouseholdDescription),
    legalBasis: Type.Array(LegalBasis),
    sources: Type.Array(SourceDescription),
    /** Types that plain workers of the administration do; each begins with its key, such as `housing.print`. */
    workers: Type.Optional(Type.Array(WorkerDescription, { maxItems: 100 })),
    reference: Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,15}$' }),
    process: Type.Object({ file: Type.String(), id: Type.String({ minLength: 1 }) }, closed),
    application: Type.Object(
      {
        form: Name,
        /** JSON pointer of the field in which the applicant chooses the language of the case. */
        languageField: Type.Optional(Type.String({ pattern: '^(/[^/]+)+$' })),
      },
      closed,
    ),
    tasks: Type.Record(Type.String(), TaskDescription),
    /** Names of processes, of the other steps and of the flows in every language, by their ids in the drawing. */
    elements: Type.Optional(Type.Record(Type.String(), Text)),
    /** Names of decisions and of files of decisions in every language, by their ids there. */
    decisions: Type.Optional(Type.Record(Type.String(), Text)),
    terms: Type.Array(TermDescription),
    opinions: Type.Optional(Type.Array(OpinionDescription, { maxItems: 50 })),
    inspections: Type.Optional(Type.Array(InspectionDescription, { maxItems: 50 })),
    hearings: Type.Optional(Type.Array(HearingDescription, { maxItems: 50 })),
    grounds: Type.Record(Type.String(), Text),
    contact: Contact,
    remedies: Type.Optional(Type.Array(Remedy, { maxItems: 10 })),
    ombuds: Type.Optional(Ombuds),
    renewal: Type.Optional(Renewal),
    /** Without a rule for its outcome a case is kept. */
    retention: Type.Optional(Type.Array(RetentionRule, { maxItems: 20 })),
    fileCopies: Type.Optional(FileCopies),
    reopening: Type.Optional(Reopening),
    /** What applicants may declare of a case that runs; nothing where it is left out. */
    changes: Type.Optional(ChangesDescription),
    decisionDays: nullable(Type.Integer({ minimum: 1 })),
  },
  closed,
);
export type ProcedureDescription = Static<typeof ProcedureDescription>;

/** A role in every language, also one that a later version of the procedure no longer has. */
export const roleLabel = ({ roles = [] }: ProcedureDescription, key: string): LocalizedText =>
  roles.find((role) => role.key === key)?.label ?? { fr: key, nl: key, en: key };

/** Whether a letter of the case goes to those in a role too. */
export const isSentTo = ({ roles = [] }: ProcedureDescription, role: string, template: string): boolean => {
  const letters = roles.find(({ key }) => key === role)?.letters ?? [];
  return letters === 'all' || letters.includes(template);
};
