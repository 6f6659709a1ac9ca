import type { FormView, ProcessDefinitionKey, UserTaskKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { loadForm, loadStartForm } from '../../../storage/load/load-form.ts';
import { processDefinitions } from '../../../storage/search/nouns/process-definition.ts';
import { userTasks } from '../../../storage/search/nouns/user-task.ts';
import { find } from '../../../storage/search/search.ts';
import { gives } from '../answer.ts';
import { isVisible, keyOf } from '../parts.ts';
import { notFound } from '../problem.ts';
import { noContent, ok, type Reply, type Route, route } from '../route.ts';
import { Int, Key, Text } from '../schemas.ts';

const answer = gives(Type.Object({ formKey: Key, formId: Text, version: Int, schema: Text, tenantId: Text }));

const formReply = (form: FormView | null): Reply => (form === null ? noContent : ok(form));

const byKey = route('GET /forms/:key', { summary: 'Shows one form.', answer }, async (call, { engine, database }) => {
  const key = keyOf<string>(call);
  const form = await loadForm(database, key);
  if (form !== null && isVisible(engine, form.tenantId)) return ok(form);
  throw notFound(`Expected to find a form with key '${key}', but there is none`);
});

const startTraits = { summary: 'Shows the form that starts a process, or nothing when it has none.', answer };

const ofProcess = route('GET /process-definitions/:key/form', startTraits, async (call, { engine, database }) => {
  const { tenantIds } = engine;
  const key = keyOf<ProcessDefinitionKey>(call);
  if ((await find(database, processDefinitions, { identity: key, tenantIds })) === null) {
    throw notFound(`Expected to find a process definition with key '${key}', but there is none`);
  }
  return formReply(await loadStartForm(database, key));
});

const taskTraits = { summary: 'Shows the form of a user task, or nothing when it has none.', answer };

const ofTask = route('GET /user-tasks/:key/form', taskTraits, async (call, { engine: { tenantIds }, database }) => {
  const key = keyOf<UserTaskKey>(call);
  const task = await find(database, userTasks, { identity: key, tenantIds });
  if (task === null) throw notFound(`Expected to find a user task with key '${key}', but there is none`);
  return formReply(task.formKey === null ? null : await loadForm(database, task.formKey));
});

export const formRoutes: readonly Route[] = [byKey, ofProcess, ofTask];
