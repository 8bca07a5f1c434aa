using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// A connection that keeps the statements it has prepared. SQLite reads and plans a text anew for each command, which for a short read costs more than the
/// read itself; the texts here are constants, so a few hundred of them serve every request.
/// </summary>
internal sealed class SqliteStatements(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Composed lists have many variants; beyond this the least lately used ones are let go.</summary>
    private const int Most = 300;

    private readonly Dictionary<string, LinkedListNode<PreparedCommand>> idle = new(StringComparer.Ordinal);
    private readonly LinkedList<PreparedCommand> byUse = [];
    private string? next;

    /// <summary>How many prepared statements wait to be used again.</summary>
    public int Idle => idle.Count;

    /// <summary>Says which text the next command will run, so that it can be the one that was prepared for it.</summary>
    public void Expect(string sql) => next = sql;

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand()
    {
        if (next is not { } sql)
        {
            return base.CreateCommand();
        }

        next = null;
        if (idle.Remove(sql, out var known))
        {
            byUse.Remove(known);
            known.Value.Transaction = Transaction;
            return known.Value;
        }

        return new PreparedCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };
    }

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in byUse)
            {
                command.LetGo();
            }

            byUse.Clear();
            idle.Clear();
        }

        base.Dispose(disposing);
    }

    private void Keep(PreparedCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (State != System.Data.ConnectionState.Open || command.CommandText.Length == 0 || !idle.TryAdd(command.CommandText, new(command)))
        {
            command.LetGo();
            return;
        }

        byUse.AddLast(idle[command.CommandText]);
        if (idle.Count > Most)
        {
            var oldest = byUse.First!.Value;
            byUse.RemoveFirst();
            idle.Remove(oldest.CommandText);
            oldest.LetGo();
        }
    }

    /// <summary>A command whose end is the beginning of its next use.</summary>
    private sealed class PreparedCommand(SqliteStatements owner) : SqliteCommand
    {
        private bool over;

        public void LetGo()
        {
            over = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            if (over || !disposing)
            {
                base.Dispose(disposing);
                return;
            }

            owner.Keep(this);
        }
    }
}
