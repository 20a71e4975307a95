-- Writes the next version of a plan if the current one is the expected one.
-- KEYS 1 plans, 2 since · ARGV expected version, plan JSON, adopted at, duty ids …
-- Returns the new version, or 'moved'.
local current = tonumber(redis.call('HGET', KEYS[1], 'current') or '0')
if current ~= tonumber(ARGV[1]) then return 'moved' end
local version = current + 1
redis.call('HSET', KEYS[1], version, ARGV[2], 'current', version)
for i = 4, #ARGV do redis.call('HSETNX', KEYS[2], ARGV[i], ARGV[3]) end
return version
