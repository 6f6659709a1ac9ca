// First: the client takes hold of Request as it loads, and files share what they load.
import './forms-runtime/frame/src/testing/page-request.ts';
import { configure } from '@testing-library/react';

// How long a screen takes to say something is decided by the machine; what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 });

// jsdom has dialogs, and does not open them.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
