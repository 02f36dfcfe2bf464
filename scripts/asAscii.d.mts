export declare function asAscii(code: string): string;
