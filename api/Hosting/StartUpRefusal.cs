using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Api.Hosting;

/// <summary>The platform cannot start; the message is the one line that the administrator reads.</summary>
internal sealed class StartUpException(string message) : Exception(message);

/// <summary>Why the platform did not start, in one line; a mistake of ours is not among these and shows as one.</summary>
internal static partial class StartUpRefusal
{
    /// <summary>The line, or null for what no administrator can put right.</summary>
    public static string? Of(Exception error) => error switch
    {
        StartUpException known => known.Message,
        OptionsValidationException wrong => string.Join(' ', wrong.Failures),
        IOException { InnerException: AddressInUseException } => "La porta è già in uso da un altro programma: indicarne un'altra con --port.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "Su questa porta il sistema non lascia rispondere: quelle sotto la 1024 sono di solito riservate all'amministratore della macchina. Indicarne un'altra con --port.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"L'indirizzo su cui rispondere non è di questa macchina. {AddressForm}",
        FormatException unreadable when unreadable.Message.StartsWith("Invalid url", StringComparison.Ordinal) => $"L'indirizzo su cui rispondere non si legge. {AddressForm}",
        ArgumentOutOfRangeException { ParamName: "port" } => $"La porta va da 1 a 65535. {AddressForm}",
        InvalidOperationException certificate when certificate.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "Per rispondere in https serve un certificato (Kestrel:Certificates:Default), oppure un server davanti che lo tenga: in tal caso rispondere in http, come http://127.0.0.1:5080.",
        InvalidOperationException unread when Unread().Match(unread.Message) is { Success: true } setting =>
            $"Il valore «{setting.Groups["value"].Value}» non va bene per {setting.Groups["key"].Value}: correggerlo nella configurazione.",
        _ => null,
    };

    private const string AddressForm = "Scrivere ASPNETCORE_URLS come http://127.0.0.1:5080.";

    // The sentence of Microsoft.Extensions.Configuration.Binder; secrets are texts, which it can always read.
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']*)' to type", RegexOptions.Singleline)]
    private static partial Regex Unread();
}
