-- Removes the head of a lane once it was handled, and gives the lane back.
-- KEYS 1 lanes, 2 leases, 3 tries, 4 lane:<lane>, 5 poison
-- ARGV worker, lane, update id, machine, '1' if poison, seconds to keep poison
-- Whoever handled it may remove it, even after the lease passed to another; only the holder gives the lane back.
local head = redis.call('LINDEX', KEYS[4], 0)
if head and string.match(head, '^(%-?%d+) ') == ARGV[3] then
  redis.call('LPOP', KEYS[4])
  redis.call('HDEL', KEYS[3], ARGV[2])
  if ARGV[5] == '1' then
    redis.call('RPUSH', KEYS[5], head)
    redis.call('EXPIRE', KEYS[5], ARGV[6])
  end
end
if redis.call('HGET', KEYS[2], ARGV[2]) == ARGV[1] then
  redis.call('HDEL', KEYS[2], ARGV[2])
  if redis.call('EXISTS', KEYS[4]) == 1 then redis.call('ZADD', KEYS[1], ARGV[4], ARGV[2]) else redis.call('ZREM', KEYS[1], ARGV[2]) end
end
return 1
