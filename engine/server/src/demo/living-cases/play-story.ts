import type { Actor } from '@irisflow/access';
import { demoPeople } from '@irisflow/connector-sandbox';
import type { FormData } from '@irisflow/foundation';
import type { Casework } from '@irisflow/platform';
import { systemClock } from '../../start/surroundings.ts';
import { datesOfStory } from './dates-of-story.ts';
import { signInAs } from './demo-person.ts';
import type { DemoStep, DemoStory } from './demo-story.ts';
import { sampleDocument } from './sample-document.ts';

/** Where a story is played. */
export interface Stage {
  readonly casework: Casework;
  /** Asks again until there is an answer; gives up once the platform stops or after too long. */
  readonly until: <T>(what: string, ask: () => Promise<T | undefined>) => Promise<T>;
}

interface Played extends Stage {
  readonly story: DemoStory;
  readonly caseId: string;
}

const answersOf = (answers: Readonly<Record<string, unknown>>): FormData => datesOfStory(answers, systemClock.now());

const isGroup = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a person adds to what the sources filled in, within groups too. */
const beside = (filled: FormData, added: FormData): FormData => {
  const pairs = Object.entries(added).map(([name, value]) => {
    const known = filled[name];
    return [name, isGroup(known) && isGroup(value) ? beside(known, value) : value] as const;
  });
  return { ...filled, ...Object.fromEntries(pairs) };
};

const openDraft = async ({ casework }: Stage, { procedure, language, applicant, clerk }: DemoStory, actor: Actor) => {
  if (clerk === undefined) return casework.applications.createDraft(actor, { procedureKey: procedure, language });
  const citizen = demoPeople.find(({ name }) => name === applicant);
  return casework.intake.openDirectly(actor, {
    procedureKey: procedure,
    channel: 'exOfficio',
    receivedOn: null,
    language,
    who: {
      kind: 'new',
      firstName: citizen?.firstName ?? '',
      lastName: citizen?.lastName ?? applicant,
      email: null,
      phone: null,
      nationalNumber: citizen?.nationalNumber ?? null,
    },
  });
};

const addDocuments = async (
  { casework }: Stage,
  story: DemoStory,
  actor: Actor,
  draftId: string,
): Promise<FormData> => {
  const files: Record<string, FormData[string]> = {};
  for (const pointer of story.documents ?? []) {
    const reference = await casework.applications.addDocument(actor, {
      draftId,
      pointer,
      name: sampleDocument.name,
      content: [sampleDocument.content],
    });
    files[pointer.slice(1)] = [{ ...reference }];
  }
  return files;
};

const fileApplication = async (stage: Stage, story: DemoStory): Promise<string> => {
  const { language, company, answers } = story;
  const actor = await signInAs(stage.casework, story.clerk ?? story.applicant, company);
  const draft = await openDraft(stage, story, actor);
  const files = await addDocuments(stage, story, actor, draft.id);
  const { caseId } = await stage.casework.applications.submit(actor, {
    draftId: draft.id,
    data: { ...beside(draft.data, answersOf(answers)), ...files },
    language,
  });
  return caseId;
};

const openTask = async ({ casework, until, caseId }: Played, by: string, elementId: string) => {
  const clerk = await signInAs(casework, by);
  const task = await until(`the task ${elementId}`, async () => {
    const { items } = await casework.tasks.listTasks(clerk, { view: 'unassigned', limit: 100 });
    return items.find((one) => one.caseId === caseId && one.elementId === elementId);
  });
  return { clerk, taskId: task.id };
};

const awaitStatus = async ({ casework, until, caseId, story }: Played, wanted: string): Promise<void> => {
  const applicant = await signInAs(casework, story.applicant, story.company);
  await until(`the status ${wanted}`, async () => {
    const { status } = await casework.cases.getMyCase(applicant, { caseId });
    return status === wanted ? status : undefined;
  });
};

const playStep = async (played: Played, step: DemoStep): Promise<void> => {
  const { casework } = played;
  if ('reaches' in step) return awaitStatus(played, step.reaches);
  if ('awaits' in step) return void (await openTask(played, step.by, step.awaits));
  const { clerk, taskId } = await openTask(played, step.by, 'does' in step ? step.does : step.takes);
  await casework.tasks.claim(clerk, { taskId });
  if (!('does' in step)) return;
  const { data } = await casework.tasks.getTask(clerk, { taskId });
  await casework.drafting.completeTask(clerk, { taskId, data: beside(data, answersOf(step.answers)) });
};

/** Plays a story as its people would, through the rooms that the pages use. */
export const playStory = async (stage: Stage, story: DemoStory): Promise<void> => {
  const caseId = await fileApplication(stage, story);
  for (const step of story.steps) await playStep({ ...stage, story, caseId }, step);
};
