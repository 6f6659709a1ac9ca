/** What whoever runs a worker can do something about: one sentence with what was expected, what was found and where. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}
