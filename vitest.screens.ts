import { configure } from '@testing-library/react';

// How long a screen takes to say something is decided by the machine; what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 });
