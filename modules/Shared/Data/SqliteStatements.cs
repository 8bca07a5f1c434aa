using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// A connection that keeps the statements it has prepared. SQLite reads and plans a text anew for each command, which for a short read costs more than the
/// read itself; the texts here are constants, so a few hundred of them serve every request.
/// </summary>
internal sealed class SqliteStatements(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Composed lists have many variants; beyond this the least lately used ones are let go.</summary>
    private const int Most = 300;

    private readonly Dictionary<string, LinkedListNode<PreparedCommand>> idle = new(StatementTexts.Instance);
    private readonly LinkedList<PreparedCommand> byUse = [];
    private string? next;
    private RowDigest? nextDigest;
    private readonly Dictionary<string, sqlite3_stmt?> writes = new(StatementTexts.Instance);
    private sqlite3_stmt? begin, end;

    /// <summary>How many prepared statements wait to be used again.</summary>
    public int Idle => idle.Count;

    /// <summary>Says which text the next command will run, so that it can be the one that was prepared for it.</summary>
    public void Expect(string sql) => (next, nextDigest) = (sql, null);

    /// <summary>Has the rows of the command that is expected added to a digest while they are read.</summary>
    public bool TryDigest(RowDigest into)
    {
        nextDigest = next is null ? null : into;
        return next is not null;
    }

    /// <summary>From here on all reads are of one moment, and take one lock together. Every query says this and its end: they go past the provider.</summary>
    public void BeginSnapshot() => Run(ref begin, "begin");

    /// <summary>What has changed meanwhile is seen again.</summary>
    public void EndSnapshot() => Run(ref end, "commit");

    /// <summary>The kept statement of a text that changes rows; null if the text is none, or more than one.</summary>
    public sqlite3_stmt? ToWrite(string sql)
    {
        if (writes.TryGetValue(sql, out var known))
        {
            return known;
        }

        if (writes.Count >= Most)
        {
            // Texts are constants, so this hardly ever happens: all anew is simpler than a second order of use.
            LetWritesGo();
        }

        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(Handle, sql, out var statement, out var rest), Handle);
        if (raw.sqlite3_stmt_readonly(statement) != 0 || !string.IsNullOrWhiteSpace(rest))
        {
            statement.Dispose();
            statement = null;
        }

        writes.Add(sql, statement);
        return statement;
    }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand()
    {
        if (next is not { } sql)
        {
            return base.CreateCommand();
        }

        var digest = nextDigest;
        (next, nextDigest) = (null, null);
        if (idle.Remove(sql, out var known))
        {
            byUse.Remove(known);
            (known.Value.Transaction, known.Value.Digest) = (Transaction, digest);
            return known.Value;
        }

        return new PreparedCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction, Digest = digest };
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
            LetWritesGo();
            begin?.Dispose();
            end?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void LetWritesGo()
    {
        foreach (var statement in writes.Values)
        {
            statement?.Dispose();
        }

        writes.Clear();
    }

    private void Run(ref sqlite3_stmt? statement, string sql)
    {
        if (statement is null)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(Handle, sql, out statement), Handle);
        }

        raw.sqlite3_step(statement);
        // The outcome of the step is what a reset answers.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), Handle);
    }

    private void Keep(PreparedCommand command)
    {
        command.Parameters.Clear();
        (command.Transaction, command.Digest) = (null, null);
        var node = new LinkedListNode<PreparedCommand>(command);
        if (State != ConnectionState.Open || command.CommandText.Length == 0 || !idle.TryAdd(command.CommandText, node))
        {
            command.LetGo();
            return;
        }

        byUse.AddLast(node);
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
        private readonly KnownColumns.Memory columns = new();
        private bool over;

        /// <summary>To which the rows are added while they are read.</summary>
        public RowDigest? Digest { get; set; }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new KnownColumns(ExecuteReader(behavior), columns, Digest);

        // SQLite answers at once: there is nothing to wait for.
        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(ExecuteDbDataReader(behavior));
        }

        // The provider looks for a parameter as it is called, and only then with each of the signs that a text may put before it.
        public override SqliteParameter CreateParameter() => new NamedAsWritten();

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

    /// <summary>A parameter that is called as the texts write it, with the sign before its name.</summary>
    private sealed class NamedAsWritten : SqliteParameter
    {
        private static readonly ConcurrentDictionary<string, string> Written = new(StringComparer.Ordinal);

        [AllowNull]
        public override string ParameterName
        {
            get => base.ParameterName;
            set => base.ParameterName = string.IsNullOrEmpty(value) || value[0] == '@' ? value : Written.GetOrAdd(value, name => $"@{name}");
        }
    }
}
