import { z } from 'zod';

// The page forbids eval (W5). Zod tries it as the first schema is made, and the attempt would be reported: imported
// before anything that makes one.
z.config({ jitless: true });
