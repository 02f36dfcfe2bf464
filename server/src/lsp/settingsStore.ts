import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { ClientSupport } from './clientSupport.ts';
import { readSettings, SETTINGS_SECTION, type Settings } from './settings.ts';

/** The editor's settings, asked for by folder, or as the client sent them where it cannot be asked. */
export interface SettingsStore {
  of(folder: string): Promise<Settings>;
  /** Settings have changed; `sent` is what a client that cannot be asked has sent along. */
  changed(sent: unknown): void;
}

export function createSettingsStore(
  connection: Pick<Connection, 'workspace' | 'console'>,
  support: Pick<ClientSupport, 'configuration'>,
): SettingsStore {
  const asked = new Map<string, Promise<Settings>>();
  let sentSettings: Settings = readSettings(undefined);

  async function ask(folder: string): Promise<Settings> {
    try {
      const scopeUri = URI.file(folder).toString();
      return readSettings(await connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION }));
    } catch (error) {
      connection.console.warn(
        `The client did not give its settings for ${folder}; the defaults are used: ${String(error)}`,
      );
      return readSettings(undefined);
    }
  }

  return {
    of(folder) {
      if (!support.configuration) return Promise.resolve(sentSettings);
      let settings = asked.get(folder);
      if (!settings) asked.set(folder, (settings = ask(folder)));
      return settings;
    },
    changed(sent) {
      asked.clear();
      if (typeof sent === 'object' && sent !== null && SETTINGS_SECTION in sent) {
        sentSettings = readSettings((sent as Record<string, unknown>)[SETTINGS_SECTION]);
      }
    },
  };
}
