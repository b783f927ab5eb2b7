"""Who does which shard, where."""
