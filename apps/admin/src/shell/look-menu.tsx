import { Button, Menu } from '@mantine/core';
import { textSizes, themes } from '@nianbao/ui';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';

/** Chooses the theme and the size of the text. */
export function LookMenu() {
  const m = useMessages();
  const { theme, textSize, choose } = usePreferences();
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md">
          {m.look.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.look.theme}</Menu.Label>
        {themes.map((name) => (
          <Menu.Item key={name} onClick={() => choose({ theme: name })}>
            {name === theme ? m.chosen(m.look.themes[name]) : m.look.themes[name]}
          </Menu.Item>
        ))}
        <Menu.Label>{m.look.text}</Menu.Label>
        {textSizes.map((size) => (
          <Menu.Item key={size} onClick={() => choose({ textSize: size })}>
            {size === textSize ? m.chosen(m.look.sizes[size]) : m.look.sizes[size]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
