/** A search that cannot be run as asked; the message names the part of the request. */
export class SearchRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SearchRefusal';
  }
}
