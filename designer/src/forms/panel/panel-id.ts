/** The panel of properties, where buttons of the canvas lead. */
export const panelId = 'form-element-panel';
