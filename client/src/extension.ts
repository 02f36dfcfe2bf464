/** Called by VS Code on the first activation event. */
export function activate(): void {}
