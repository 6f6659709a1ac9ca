const known = globalThis.Request;

/** Browsers resolve relative addresses against the page; the Request of Node does not know any page. */
class PageRequest extends known {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, 'http://platform.test') : input, init);
  }
}

// Each file of tests is set up anew, and they share what is global.
if (known.name !== PageRequest.name) globalThis.Request = PageRequest;
