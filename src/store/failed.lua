-- Gives a lane back after a failure; its head stays. How long to wait between tries is the caller's business.
-- KEYS 1 lanes, 2 leases · ARGV worker, lane, machine
if redis.call('HGET', KEYS[2], ARGV[2]) ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[2], ARGV[2])
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[2])
return 1
