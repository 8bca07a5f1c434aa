using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using Microsoft.AspNetCore.Diagnostics;

namespace InclusionPlatform.Api.Http;

/// <summary>An error as RFC 9457 wants it, with what clients need to act on it.</summary>
/// <param name="Type">Address of the kind of error.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What happened, what was kept, what to do.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Act">The act and article a broken rule comes from.</param>
/// <param name="Errors">What is wrong, by field.</param>
/// <param name="Rules">The rules of the domain that say no.</param>
/// <param name="TraceId">To be quoted when asking for help.</param>
/// <param name="Error">The code that RFC 6749 section 5.2 wants, where a token is asked for.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Act,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, FieldProblem[]>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RuleProblem>? Rules,
    string? TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null);

/// <summary>A rule of the domain that says no.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="Act">The act and article that say so.</param>
internal sealed record RuleProblem(string Code, string Message, string? Act);

/// <summary>The one place where exceptions and bare statuses become problem documents.</summary>
internal sealed partial class ProblemDocuments(IDatabase database, SecurityHeaders headers, ILogger<ProblemDocuments> log) : IExceptionHandler
{
    public const string ContentType = "application/problem+json";
    private const int ClientClosedRequest = 499;
    private const string TooLarge = "request.too-large";
    private const string InvalidClient = "invalid_client";
    private const string InvalidRequest = "invalid_request";
    private const string Unreadable = "request.unreadable";

    private static Words Unrecognised { get; } = new("«{0}» ha un valore che non si riconosce.", "“{0}” has a value that is not recognised.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = Of(exception, ModuleOf(httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint));
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            // The exception may quote values: only its type and where it was thrown are logged.
            LogUnexpected(log, exception.GetType().Name, exception.StackTrace ?? "");
        }

        if (problem.Code == TooLarge && httpContext.RequestServices.GetService<DocumentOptions>() is { } documents)
        {
            problem = problem with
            {
                Detail = new Words(
                    "Il file o la richiesta è troppo grande: un documento può avere al massimo {0} MB. Ridurlo o dividerlo.", "The file or request is too large: a document may have {0} MB at most. Reduce or split it.")
                    .With(documents.Megabytes).ToString(),
            };
        }

        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "5";
        }

        if (problem.Error == InvalidClient)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"inclusion-platform\"";
        }

        headers.Set(httpContext);
        await WriteAsync(httpContext, problem);
        return true;
    }

    /// <summary>Gives a body to statuses that the framework sets by itself.</summary>
    public static Task WriteBareStatusAsync(HttpContext http) => WriteAsync(http, http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized when http.Request.Headers.Authorization.Count > 0 => New(401, "access.token-invalid", new("Token non valido", "Invalid token"), new(
            "Il token di questo sistema manca, è scaduto, è stato revocato o non è di questa piattaforma: chiederne uno nuovo a POST /api/v1/auth/token.",
            "This system's token is missing, has expired, was revoked or is not this platform's: ask for a new one at POST /api/v1/auth/token.")),
        StatusCodes.Status403Forbidden when http.User.Identity?.AuthenticationType == Access.AccessTokens.Scheme => New(403, "access.scope-missing", new("Permesso mancante", "Scope missing"), new(
            "Il token di questo sistema non ha il permesso (scope) per questa operazione: chiederlo all'amministratore della piattaforma, poi richiedere un token nuovo.",
            "This system's token lacks the scope for this: ask the platform's administrator for it, then ask for a new token.")),
        StatusCodes.Status400BadRequest => UnreadValues.FirstIn(http) is { } name ? OfUnread(name, Unrecognised, ModuleOf(http.GetEndpoint())) : OfUnread(),
        var status => OfStatus(status),
    });

    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem is { Status: 400 or 415, Error: null } && http.Request.Path == Access.IssueAccessTokenEndpoint.Address)
        {
            problem = problem with { Error = InvalidRequest };
        }

        return http.Response.WriteAsJsonAsync(problem with { TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier }, (JsonSerializerOptions?)null, ContentType);
    }

    public static Problem OfStatus(int status) => status switch
    {
        401 => New(401, "session.required", new("Serve l'accesso", "Sign in first"), new("La sessione è finita o non è mai iniziata: accedere e riprovare.", "The session is over or never began: sign in and try again.")),
        403 => New(403, "access.denied", new("Permesso mancante", "Right missing"), new("Il proprio ruolo non permette questa operazione: chiedere al coordinatore o all'amministratore.", "Your role does not allow this: ask the coordinator or the administrator.")),
        404 => New(404, "address.not-found", Title(404), new("A questo indirizzo non c'è nulla.", "There is nothing at this address.")),
        405 => New(405, "method.not-allowed", Title(405), new("Questo indirizzo non accetta l'operazione richiesta.", "This address does not accept the operation.")),
        413 => New(413, TooLarge, Title(413), new("Il file o la richiesta è troppo grande.", "The file or request is too large.")),
        415 => New(415, "request.media-type", Title(415), new("Il tipo di contenuto inviato non è previsto: usare application/json o quello indicato nella documentazione.", "The content type is not supported: use application/json or the one in the documentation.")),
        429 => New(429, "request.too-many", Title(429), new("Troppe richieste in poco tempo: attendere qualche istante e riprovare.", "Too many requests in a short time: wait a moment and try again.")),
        _ => New(status, $"http.{status}", Title(status), Title(status)),
    };

    private static Problem New(int status, string code, Words title, Words detail) => new($"urn:inclusion-platform:problem:{code}", title.ToString(), status, detail.ToString(), code, null, null, null, null);

    private Problem Of(Exception exception, Assembly? module) => exception switch
    {
        ValidationFailedException failed => Of(failed) with { Errors = failed.Errors },
        RulesBrokenException broken => Of(broken) with { Rules = [.. broken.Rules.Select(rule => new RuleProblem(rule.Code, rule.Message.ToString(), rule.Act))] },
        ProblemException { Code: InvalidClient or InvalidRequest or "invalid_scope" or "unsupported_grant_type" } refused => Of(refused) with { Error = refused.Code },
        NotFoundException { Field: { } field } missing => Of(missing) with
        {
            Errors = new Dictionary<string, FieldProblem[]> { [field] = [new(NotFoundException.FieldCode, NotFoundException.FieldSentence.ToString())] },
        },
        ProblemException { Field: { } field } known => Of(known) with { Errors = new Dictionary<string, FieldProblem[]> { [field] = [new(known.Code, known.Sentence.ToString())] } },
        ProblemException known => Of(known),
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json, module),
        JsonException json => OfJson(json, module),
        BadHttpRequestException { StatusCode: 413 or 415 } bad => OfStatus(bad.StatusCode),
        BadHttpRequestException bad => OfUnread(bad, module),
        DbException taken when database.IsTaken(taken) => New(409, "record.exists", Title(409), new("Esiste già un dato uguale.", "The same record exists already.")),
        DbException broken when database.IsReferenceBroken(broken) => New(409, "record.in-use", Title(409), new(
            "Il dato è collegato ad altri oppure quello a cui si riferisce non esiste più: ricaricare la pagina e riprovare.",
            "The record is linked to others, or what it refers to is gone: reload the page and try again.")),
        DbException away when database.IsUnavailable(away) => New(503, "platform.busy", new("Un momento", "One moment"), new(
            "La piattaforma è momentaneamente occupata. Nulla è andato perso: riprovare tra qualche secondo.",
            "The platform is busy for a moment. Nothing was lost: try again in a few seconds.")),
        InvalidMailException unwritable => New(422, unwritable.Code, Title(422), new(
            "Un testo o un indirizzo non può entrare in una mail: togliere gli a capo dai titoli e controllare gli indirizzi. Nulla è stato inviato.",
            "A text or an address cannot go into a mail: take line breaks out of titles and check the addresses. Nothing was sent.")),
        _ => New(500, "platform.unexpected", new("Qualcosa non ha funzionato", "Something went wrong"), new(
            "È successo un errore imprevisto e nulla è stato modificato. Riprovare; se succede ancora, comunicare all'amministratore il codice indicato.",
            "An unexpected error happened and nothing was changed. Try again; if it happens again, give the administrator the code shown.")),
    };

    private static Problem Of(ProblemException known) => New(known.Status, known.Code, Title(known.Status), known.Sentence) with { Act = known.Act };

    private static Problem OfUnread(BadHttpRequestException bad, Assembly? module)
    {
        return Parameter().Match(bad.Message) is { Success: true } parameter
            ? OfUnread(parameter.Groups["name"].Value, bad.Message.StartsWith("Required", StringComparison.Ordinal) ? new("Manca «{0}».", "“{0}” is missing.") : Unrecognised, module)
            : OfUnread();
    }

    private static Problem OfUnread() => New(400, Unreadable, Title(400), new(
        "La richiesta non si legge: manca un dato obbligatorio o un valore ha una forma sbagliata.",
        "The request cannot be read: a required value is missing or has the wrong form."));

    private static Problem OfUnread(string parameter, Words words, Assembly? module)
    {
        var field = JsonNamingPolicy.CamelCase.ConvertName(parameter);
        var sentence = words.With(LabelOf(field, module) ?? field);
        return New(400, Unreadable, Title(400), sentence) with { Errors = new Dictionary<string, FieldProblem[]> { [field] = [new(Unreadable, sentence.ToString())] } };
    }

    private static Problem OfJson(JsonException json, Assembly? module)
    {
        var field = json.Path is { Length: > 2 } path ? path[2..] : null;
        // The name on the screen; what nobody has named is told by the key of its error only.
        var label = field is null ? null : LabelOf(field.Split('.')[^1].Split('[')[0], module);
        return field is null
            ? New(400, Unreadable, Title(400), new(
                "Il contenuto inviato non è JSON valido o non ha la forma prevista per questo indirizzo.", "The content sent is not valid JSON or has not the form that this address expects."))
            : New(422, "request.field-form", Title(422), label is null
                ? new("Uno dei campi ha un valore che non si riconosce.", "One of the fields has a value that is not recognised.")
                : Unrecognised.With(label))
            with { Errors = new Dictionary<string, FieldProblem[]> { [field] = [new("request.field-form", new Words("Il valore non si riconosce.", "The value is not recognised.").ToString())] } };
    }

    /// <summary>The module whose endpoint was asked: what is «Alle» of a lesson is «Al» of an offer.</summary>
    private static Assembly? ModuleOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly;

    private static string? LabelOf(string field, Assembly? module) => module is null ? FieldLabels.Of(field) : FieldLabels.Of(field, module);

    private static Words Title(int status) => status switch
    {
        400 => new("Richiesta non leggibile", "Unreadable request"),
        401 => new("Accesso non riuscito", "Sign-in failed"),
        403 => new("Permesso mancante", "Right missing"),
        404 => new("Non trovato", "Not found"),
        405 => new("Operazione non prevista", "Operation not supported"),
        409 => new("Così non si può", "Not as things stand"),
        412 => new("Dati cambiati nel frattempo", "Changed in the meantime"),
        413 => new("Troppo grande", "Too large"),
        415 => new("Tipo di contenuto non previsto", "Unsupported content type"),
        422 => new("Qualcosa da correggere", "Something to correct"),
        428 => new("Manca la versione", "Version missing"),
        429 => new("Troppe richieste", "Too many requests"),
        503 => new("Un momento", "One moment"),
        _ => new("Richiesta non riuscita", "Request failed"),
    };

    /// <summary>The sentences in which the framework says that a value of the address is missing or cannot be read; the value itself is not repeated.</summary>
    [GeneratedRegex("^(?:Failed to bind parameter|Required parameter) \"\\S+ (?<name>\\w+)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected {ExceptionType} {Stack}")]
    private static partial void LogUnexpected(ILogger logger, string exceptionType, string stack);
}
