using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>The request's shape is wrong (422): one or more fields, each with codes and sentences.</summary>
/// <param name="failures">What the validators found.</param>
public sealed class ValidationFailedException(IEnumerable<ValidationFailure> failures) : ProblemException(422, "validation.failed", new(
    "Alcuni dati non vanno bene: correggere i campi indicati. Nulla di quanto scritto è andato perso.",
    "Some data is not right: correct the fields shown. Nothing you typed was lost."))
{
    /// <summary>By field, in camelCase, as in the request's body.</summary>
    public IReadOnlyDictionary<string, FieldProblem[]> Errors { get; } = failures
        .GroupBy(failure => FieldPath(failure.PropertyName))
        .ToDictionary(field => field.Key, field => field.Select(failure => new FieldProblem(failure.ErrorCode, failure.ErrorMessage)).ToArray());

    private static string FieldPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">The sentence shown at the field.</param>
public sealed record FieldProblem(string Code, string Message);

internal sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<ValidationFailure>? failures = null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid)
            {
                (failures ??= []).AddRange(result.Errors);
            }
        }

        return failures is null ? await next() : throw new ValidationFailedException(failures);
    }
}

/// <summary>How fields are called in error messages. Each module has its own names: what is «Al» of an offer is «Alle» of a lesson.</summary>
public static class FieldLabels
{
    private static readonly ConcurrentDictionary<string, Words> Labels = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<(Assembly Module, string Field), Words> OfModules = new();

    /// <summary>Names fields of the requests of the module that calls; the same field has the same name in all of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(params IEnumerable<(string Field, string It, string En)> labels)
    {
        var module = Assembly.GetCallingAssembly();
        foreach (var (field, it, en) in labels)
        {
            Labels[field] = OfModules[(module, field.ToUpperInvariant())] = new(it, en);
        }
    }

    /// <summary>The name of a field in the language of the request at hand, or null if it has none.</summary>
    public static string? Of(string field) => Labels.TryGetValue(field, out var words) ? words.ToString() : null;

    /// <summary>The name that a module gives the field, else the one that any other gives it, else null.</summary>
    public static string? Of(string field, Assembly module) => WordsOf(field, module)?.ToString();

    /// <inheritdoc cref="Of(string, Assembly)"/>
    /// <remarks>In both languages: for what is read by somebody else than whoever asks.</remarks>
    public static Words? WordsOf(string field, Assembly module) => OfModules.TryGetValue((module, field.ToUpperInvariant()), out var words) ? words : Labels.GetValueOrDefault(field);
}
