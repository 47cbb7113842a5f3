import { defineConfig } from '@playwright/test';
import { findChromium } from './browser/chromium.ts';

// Without these Chromium keeps asking for hosts of its maker's, which a closed network refuses one by one.
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: './journeys',
  globalSetup: './journeys/global-setup.ts',
  outputDir: './test-results',
  fullyParallel: false,
  // Two beside each other even on two cores: much of the time of a journey is waiting.
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.NIANBAO_CHROMIUM ?? findChromium() ?? 'chromium',
      args: launchArguments,
    },
  },
  projects: [
    { name: 'wide', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'narrow', use: { viewport: { width: 390, height: 844 } } },
  ],
});
