/** Text from a file for a line of a terminal: without line ends, and without the characters that steer terminals. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
