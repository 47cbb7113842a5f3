import { Modal } from '@mantine/core';
import { useMessages } from '../preferences/preferences.tsx';
import { useFocusBack } from './focus-back.tsx';
import styles from './help-panel.module.css';
import type { ShortcutPlace } from './shortcuts.ts';
import { shortcutPlaces, shortcuts } from './shortcuts.ts';

interface HelpPanelProps {
  /** Where the person is: its keys come first. */
  readonly here?: ShortcutPlace;
  onClose(): void;
}

/** The keys, and how a report comes from the first figure to the public page. */
export function HelpPanel({ here, onClose }: HelpPanelProps) {
  const m = useMessages();
  useFocusBack();
  const places = [...shortcutPlaces].sort((a, b) => Number(b === here) - Number(a === here));
  return (
    <Modal opened onClose={onClose} title={m.help.title} size="lg" closeButtonProps={{ 'aria-label': m.close }}>
      <p>{m.help.steps}</p>
      {places.map((place) => (
        <section key={place}>
          <h3 className={styles.place}>{m.help.places[place]}</h3>
          <dl className={styles.keys}>
            {shortcuts
              .filter(({ where }) => where === place)
              .map(({ keys, text }) => (
                <div key={text}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{m.help.keys[text]}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
