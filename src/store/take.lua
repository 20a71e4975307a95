-- Leases the first of the given lanes that are still free, and hands out their heads without removing them.
-- KEYS 1 lanes, 2 leases, 3 tries, 4… lane:<lane> · ARGV worker, machine, lease ms, how many are wanted, lanes …
-- Returns for each {lane, update, tries}. A lane whose lease is over is free again.
local all, wanted = {}, tonumber(ARGV[4])
for i = 4, #KEYS do
  if #all == wanted then break end
  local lane = ARGV[i + 1]
  local from = redis.call('ZSCORE', KEYS[1], lane)
  if from and tonumber(from) <= tonumber(ARGV[2]) then
    local head = redis.call('LINDEX', KEYS[i], 0)
    if head then
      redis.call('ZADD', KEYS[1], tonumber(ARGV[2]) + tonumber(ARGV[3]), lane)
      redis.call('HSET', KEYS[2], lane, ARGV[1])
      all[#all + 1] = { lane, head, redis.call('HINCRBY', KEYS[3], lane, 1) }
    else
      redis.call('ZREM', KEYS[1], lane)
    end
  end
end
return all
