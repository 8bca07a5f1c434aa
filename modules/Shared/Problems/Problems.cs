namespace InclusionPlatform.Shared;

/// <summary>An error that its user can understand and mend. One file of the host turns it into a problem document.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable code, such as <c>company.archived</c>, that clients may rely on.</param>
/// <param name="message">What happened and the way out. Never personal data.</param>
public abstract class ProblemException(int status, string code, Words message) : Exception(code)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code that clients may rely on.</summary>
    public string Code { get; } = code;

    /// <summary>What happened and the way out.</summary>
    public Words Sentence { get; } = message;

    /// <summary>The field of the request's body at fault, in camelCase, if there is one.</summary>
    public string? Field { get; init; }

    /// <summary>The act and article from which the broken rule comes, if it comes from one.</summary>
    public string? Act { get; init; }
}

/// <summary>The record does not exist, or whoever asks may not know that it does: both look the same (404).</summary>
/// <param name="record">Kind of record, such as <c>company</c>; never its name.</param>
/// <param name="id">The id that was looked for, given where it may come from a body: the field that holds it is named then. It is told to nobody.</param>
public sealed class NotFoundException(string record, Guid? id = null) : ProblemException(404, $"{record}.not-found", new(
    "Quello che si cerca non esiste, è stato spostato o non è visibile con i propri permessi.",
    "What you are looking for does not exist, was moved, or is not visible with your rights."))
{
    /// <summary>Code of the field that names what is not there.</summary>
    public const string FieldCode = "field.not-found";

    /// <summary>What is said at that field.</summary>
    public static Words FieldSentence { get; } = new(
        "Questo elemento non esiste più o non è visibile con i propri permessi: sceglierne un altro.",
        "This no longer exists or is not visible with your rights: choose another.");

    /// <summary>The id that was looked for, if it may come from a body.</summary>
    public Guid? Id { get; } = id;

    /// <summary>The same, of the field of the body in which the id stands.</summary>
    public NotFoundException At(string field) => new(record, Id) { Field = field };
}

/// <summary>A rule of the domain says no (422).</summary>
/// <param name="code">Stable code of the rule.</param>
/// <param name="message">What is wrong and the way out.</param>
public sealed class RuleBrokenException(string code, Words message) : ProblemException(422, code, message);

/// <summary>Several rules say no at once, each with its own code, act and sentence (422).</summary>
/// <param name="code">Stable code of the whole, such as <c>internship.cannot-start</c>.</param>
/// <param name="message">What cannot be done.</param>
/// <param name="rules">The rules that say no.</param>
public sealed class RulesBrokenException(string code, Words message, IReadOnlyList<BrokenRule> rules) : ProblemException(422, code, message)
{
    /// <summary>The rules that say no.</summary>
    public IReadOnlyList<BrokenRule> Rules { get; } = rules;
}

/// <summary>One rule that says no.</summary>
/// <param name="Code">Stable code of the rule.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="Act">The act and article that say so.</param>
public sealed record BrokenRule(string Code, Words Message, string? Act);

/// <summary>The change collides with what is there already (409).</summary>
/// <param name="code">Stable code, such as <c>company.vat-number-taken</c>.</param>
/// <param name="message">What collides and the way out.</param>
public sealed class ConflictException(string code, Words message) : ProblemException(409, code, message);

/// <summary>Somebody else changed the record in the meantime (412): nothing is overwritten silently.</summary>
public sealed class StaleVersionException() : ProblemException(412, "record.stale", new(
    "Nel frattempo un'altra persona ha modificato questi dati. Nulla è stato sovrascritto: si possono confrontare le due versioni e scegliere.",
    "Somebody else changed this in the meantime. Nothing was overwritten: compare the two versions and choose."));

/// <summary>Whoever asks lacks the right (403).</summary>
/// <param name="code">Stable code.</param>
/// <param name="message">What is missing and whom to ask.</param>
public sealed class ForbiddenException(string code, Words message) : ProblemException(403, code, message);

/// <summary>A request that lacks something of HTTP itself, such as If-Match (428) or a known file type (415).</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable code.</param>
/// <param name="message">What is missing and the way out.</param>
public sealed class RequestException(int status, string code, Words message) : ProblemException(status, code, message);

/// <summary>A request whose shape is wrong at one field, found past the validator (422).</summary>
public sealed class FieldException : ProblemException
{
    /// <summary>Makes the error of one field.</summary>
    /// <param name="field">The field, in camelCase, as in the request's body.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="message">What is wrong and the way out.</param>
    public FieldException(string field, string code, Words message) : base(422, code, message) => Field = field;
}
