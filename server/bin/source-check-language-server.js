#!/usr/bin/env node
import { startBundle } from './startBundle.js';

startBundle('source-check-language-server', ['language-server']);
