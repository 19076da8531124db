{{/* A deployment of a service. Takes root, name, config, version, suffix ("" or "-canary") and replicas (nothing: the autoscaler's). */}}
{{- define "pmt.deployment" -}}
{{- $database := get .root.Values.databases .name -}}
{{- $port := ternary 8081 8080 (eq .name "gateway") -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}{{ .suffix }}
  labels:
    {{- include "pmt.labels" . | nindent 4 }}
spec:
  {{- if .replicas }}
  replicas: {{ .replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  selector:
    matchLabels:
      {{- include "pmt.selector" . | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 }
  template:
    metadata:
      labels:
        {{- include "pmt.labels" . | nindent 8 }}
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 30
      {{- with .root.Values.images.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: {{ .name }}
          image: "{{ .root.Values.images.repository }}/{{ .name }}:{{ .version }}"
          ports:
            - { name: http, containerPort: 8080 }
            {{- if eq .name "gateway" }}
            - { name: internal, containerPort: 8081 }
            {{- end }}
            {{- if and .root.Values.telemetry.metricsPort (ne .name "web") }}
            - { name: metrics, containerPort: {{ .root.Values.telemetry.metricsPort }} }
            {{- end }}
          env:
            - { name: PMT_URL, value: {{ .root.Values.url | quote }} }
            - { name: PMT_INTERNAL_URL, value: "http://gateway:8081" }
            - { name: PMT_JWKS_URI, value: "http://gateway:8081/to/auth/oauth2/jwks" }
            - { name: PMT_SETTINGS, value: /run/pmt }
            - { name: PMT_METRICS_PORT, value: {{ with .root.Values.telemetry.metricsPort }}{{ . | quote }}{{ else }}""{{ end }} }
            - { name: PMT_METRICS_BIND, value: 0.0.0.0 }
            - { name: PMT_OTLP_URL, value: {{ .root.Values.telemetry.otlpUrl | quote }} }
            {{- if eq .name "gateway" }}
            {{- /* TLS ends at the ingress; only its pods reach the edge's port. */}}
            - { name: PMT_INSECURE, value: "true" }
            {{- range $other, $config := .root.Values.services }}
            {{- if ne $other "gateway" }}
            - { name: PMT_EDGE_SERVICES_{{ upper $other }}, value: "http://{{ $other }}:8080" }
            {{- end }}
            {{- end }}
            {{- end }}
            {{- if eq .name "health" }}
            - { name: PMT_EDGE_ADMIN_URL, value: "http://gateway:8081" }
            {{- end }}
            {{- if eq .name "auth" }}
            - { name: PMT_PROXIES, value: {{ "10\\..*|172\\..*|192\\.168\\..*|127\\..*" | squote }} }
            {{- end }}
            {{- if eq .name "api" }}
            - { name: PMT_ATTACHMENTS_FOLDER, value: /files/api }
            {{- with .root.Values.attachments.s3 }}
            {{- if .url }}
            - { name: PMT_ATTACHMENTS_S3_URL, value: {{ .url | quote }} }
            - { name: PMT_ATTACHMENTS_S3_REGION, value: {{ .region | quote }} }
            {{- end }}
            {{- end }}
            {{- end }}
            {{- with $database }}
            - { name: PMT_DATABASE_URL, value: "jdbc:postgresql://{{ .host }}:{{ .port }}/pmt_{{ $.name }}" }
            - { name: PMT_DATABASE_USER, value: {{ $.name }} }
            - { name: PMT_EVENTS_CARRIER, value: {{ $.root.Values.events.carrier }} }
            {{- end }}
          startupProbe:
            httpGet: { path: /actuator/health, port: {{ $port }} }
            periodSeconds: 2
            failureThreshold: 60
          readinessProbe:
            httpGet: { path: /actuator/health, port: {{ $port }} }
            periodSeconds: 5
            timeoutSeconds: 3
          # What is only without its database must not be started again for that: it answers 503 until the database is back.
          livenessProbe:
            tcpSocket: { port: {{ $port }} }
            periodSeconds: 10
            failureThreshold: 6
          resources:
            {{- toYaml .config.resources | nindent 12 }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          volumeMounts:
            - { name: settings, mountPath: /run/pmt, readOnly: true }
            - { name: tmp, mountPath: /tmp }
            {{- if eq .name "api" }}
            - { name: files, mountPath: /files/api }
            {{- end }}
      volumes:
        - name: settings
          secret: { secretName: pmt-{{ .name }}, defaultMode: 0440, optional: {{ eq .name "web" }} }
        - name: tmp
          emptyDir: { sizeLimit: 64Mi }
        {{- if eq .name "api" }}
        - name: files
          {{- if .root.Values.attachments.s3.url }}
          {{- /* Files are here until they are whole and in the bucket. */}}
          emptyDir: { sizeLimit: 1Gi }
          {{- else }}
          persistentVolumeClaim: { claimName: {{ .root.Values.attachments.claim | default "files-api" }} }
          {{- end }}
        {{- end }}
{{- end -}}

{{/* The door of a service within the cluster. */}}
{{- define "pmt.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}{{ .suffix }}
  labels:
    {{- include "pmt.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "pmt.selector" . | nindent 4 }}
  ports:
    - { name: http, port: 8080, targetPort: http }
    {{- if eq .name "gateway" }}
    - { name: internal, port: 8081, targetPort: internal }
    {{- end }}
{{- end -}}

{{- define "pmt.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
pmt.dev/variant: {{ ternary "stable" "canary" (eq .suffix "") }}
{{- end -}}

{{- define "pmt.labels" -}}
{{ include "pmt.selector" . }}
app.kubernetes.io/part-of: pmt
app.kubernetes.io/version: {{ .version | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end -}}
