-- Takes, renews or gives back a lease that one process may hold.
-- KEYS 1 lease · ARGV worker, ms (0: give back)
-- Returns 1 if the worker holds it (or held it, when giving back).
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
if ARGV[2] == '0' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return 1
