const parameter = /:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/** An address as the server's router writes it, `/reports/:id`, as a pattern of the addresses that it stands for. */
export function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replaceAll(parameter, (_, inside?: string) => inside ?? '[^/]+')}$`);
}
